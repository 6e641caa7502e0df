using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace DepGraph.Recording.Symbols;

/// <summary>
/// Finds where an assembly hands its own types to a container: the calls of generic methods called Add or TryAdd and so on, of another assembly, by the last
/// type they are given, which is the one that is made.
/// </summary>
internal sealed class Registrations(MetadataReader metadata) : ISignatureTypeProvider<TypeDefinitionHandle, object?>
{
    /// <summary>The type a call registers; nil where it is no such call.</summary>
    public TypeDefinitionHandle Of(EntityHandle called)
    {
        if (called.Kind != HandleKind.MethodSpecification)
            return default;
        var call = metadata.GetMethodSpecification((MethodSpecificationHandle)called);
        if (call.Method.Kind != HandleKind.MemberReference)
            return default;
        var name = metadata.GetMemberReference((MemberReferenceHandle)call.Method).Name;
        return metadata.StringComparer.StartsWith(name, "Add") || metadata.StringComparer.StartsWith(name, "TryAdd")
            ? call.DecodeSignature(this, null).LastOrDefault() : default;
    }

    public TypeDefinitionHandle GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => handle;

    public TypeDefinitionHandle GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => default;

    public TypeDefinitionHandle GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        default;

    public TypeDefinitionHandle GetFunctionPointerType(MethodSignature<TypeDefinitionHandle> signature) => default;

    public TypeDefinitionHandle GetGenericInstantiation(TypeDefinitionHandle genericType, ImmutableArray<TypeDefinitionHandle> typeArguments) => genericType;

    public TypeDefinitionHandle GetModifiedType(TypeDefinitionHandle modifier, TypeDefinitionHandle unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeDefinitionHandle GetArrayType(TypeDefinitionHandle elementType, ArrayShape shape) => default;

    public TypeDefinitionHandle GetSZArrayType(TypeDefinitionHandle elementType) => default;

    public TypeDefinitionHandle GetByReferenceType(TypeDefinitionHandle elementType) => default;

    public TypeDefinitionHandle GetPinnedType(TypeDefinitionHandle elementType) => default;

    public TypeDefinitionHandle GetPointerType(TypeDefinitionHandle elementType) => default;

    public TypeDefinitionHandle GetGenericMethodParameter(object? genericContext, int index) => default;

    public TypeDefinitionHandle GetGenericTypeParameter(object? genericContext, int index) => default;

    public TypeDefinitionHandle GetPrimitiveType(PrimitiveTypeCode typeCode) => default;
}
