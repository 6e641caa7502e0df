using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace DepGraph.Recording.Symbols;

/// <summary>Finds an assembly in the signatures of a module.</summary>
internal sealed class Mentions(Needs needs) : ISignatureTypeProvider<Mention, object?>
{
    private const byte ValueType = 0x11;

    public Mention GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        new(needs.IsThere(handle), rawTypeKind != ValueType);

    public Mention GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(needs.Of(handle), rawTypeKind != ValueType);

    public Mention GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public Mention GetFunctionPointerType(MethodSignature<Mention> signature) =>
        new(signature.ReturnType.IsThere || signature.ParameterTypes.Any(p => p.IsThere), IsObject: true);

    public Mention GetGenericInstantiation(Mention genericType, ImmutableArray<Mention> typeArguments) =>
        genericType with { IsThere = genericType.IsThere || typeArguments.Any(a => a.IsThere) };

    public Mention GetModifiedType(Mention modifier, Mention unmodifiedType, bool isRequired) => unmodifiedType;

    public Mention GetArrayType(Mention elementType, ArrayShape shape) => elementType with { IsObject = true };

    public Mention GetSZArrayType(Mention elementType) => elementType with { IsObject = true };

    public Mention GetByReferenceType(Mention elementType) => elementType;

    public Mention GetPinnedType(Mention elementType) => elementType;

    public Mention GetPointerType(Mention elementType) => elementType;

    public Mention GetGenericMethodParameter(object? genericContext, int index) => default;

    public Mention GetGenericTypeParameter(object? genericContext, int index) => default;

    public Mention GetPrimitiveType(PrimitiveTypeCode typeCode) => default;
}
