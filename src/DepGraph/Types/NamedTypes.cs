using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace DepGraph.Types;

/// <summary>All types that a token or a signature names: a generic type by its definition, and its arguments each by itself.</summary>
internal sealed class NamedTypes(MetadataReader metadata, OwnTypes types) : ISignatureTypeProvider<ImmutableArray<string>, object?>
{
    private const int MostNested = 32;
    private static readonly ImmutableArray<string> None = [];
    private int _nested;

    /// <summary>Their full names; the one that the token is about first.</summary>
    public ImmutableArray<string> Of(EntityHandle named)
    {
        switch (named.Kind)
        {
            case HandleKind.TypeReference: return [types.NameOf((TypeReferenceHandle)named)];
            case HandleKind.TypeDefinition: return types.NameOf((TypeDefinitionHandle)named) is { } name ? [name] : None;
            case HandleKind.TypeSpecification: return metadata.GetTypeSpecification((TypeSpecificationHandle)named).DecodeSignature(this, null);
            case HandleKind.MemberReference: return Of(metadata.GetMemberReference((MemberReferenceHandle)named).Parent);
            case HandleKind.MethodDefinition: return Of(metadata.GetMethodDefinition((MethodDefinitionHandle)named).GetDeclaringType());
            case HandleKind.FieldDefinition: return Of(metadata.GetFieldDefinition((FieldDefinitionHandle)named).GetDeclaringType());
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)named);
                return [.. Of(method.Method), .. method.DecodeSignature(this, null).SelectMany(argument => argument)];
            default: return None;
        }
    }

    public ImmutableArray<string> Of(MethodDefinition method)
    {
        var signature = metadata.GetBlobReader(method.Signature);
        if (signature.ReadSignatureHeader().IsGeneric)
            signature.ReadCompressedInteger();
        // The decoder makes room for as many as a damaged file claims.
        return signature.ReadCompressedInteger() > signature.Length ? throw new BadImageFormatException("A signature is shorter than it says.")
            : GetFunctionPointerType(method.DecodeSignature(this, null));
    }

    public ImmutableArray<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Of(handle);

    public ImmutableArray<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Of(handle);

    public ImmutableArray<string> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        if (_nested > MostNested)
            return None; // of a damaged file: made of itself
        _nested++;
        try
        {
            return reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
        }
        finally
        {
            _nested--;
        }
    }

    public ImmutableArray<string> GetFunctionPointerType(MethodSignature<ImmutableArray<string>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(parameter => parameter)];

    public ImmutableArray<string> GetGenericInstantiation(ImmutableArray<string> genericType, ImmutableArray<ImmutableArray<string>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(argument => argument)];

    public ImmutableArray<string> GetModifiedType(ImmutableArray<string> modifier, ImmutableArray<string> unmodifiedType, bool isRequired) => unmodifiedType;

    public ImmutableArray<string> GetArrayType(ImmutableArray<string> elementType, ArrayShape shape) => elementType;

    public ImmutableArray<string> GetSZArrayType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetByReferenceType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetPinnedType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetPointerType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetGenericMethodParameter(object? genericContext, int index) => None;

    public ImmutableArray<string> GetGenericTypeParameter(object? genericContext, int index) => None;

    public ImmutableArray<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => None;
}
