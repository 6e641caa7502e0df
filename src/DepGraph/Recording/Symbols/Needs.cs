using System.Reflection.Metadata;

namespace DepGraph.Recording.Symbols;

/// <summary>
/// Tells whether what code names has an assembly loaded as soon as that code is compiled: because it is of it, or because it is of the code's own module and
/// cannot be loaded without it. What only might have it loaded does not count: the line would be a guess.
/// </summary>
internal sealed class Needs
{
    private readonly MetadataReader _metadata;
    private readonly string _assembly;
    private readonly Mentions _mentions;
    private readonly Dictionary<TypeDefinitionHandle, bool> _known = [];

    /// <param name="assembly">Its simple name.</param>
    public Needs(MetadataReader metadata, string assembly)
    {
        (_metadata, _assembly) = (metadata, assembly);
        _mentions = new Mentions(this);
    }

    /// <param name="named">A type or a member, as the operand of an instruction.</param>
    /// <param name="user">The type whose code it is: it is loaded already.</param>
    public bool Of(EntityHandle named, TypeDefinitionHandle user)
    {
        switch (named.Kind)
        {
            case HandleKind.TypeReference: return IsThere((TypeReferenceHandle)named);
            case HandleKind.TypeDefinition: return OfType((TypeDefinitionHandle)named, user);
            case HandleKind.TypeSpecification: return _metadata.GetTypeSpecification((TypeSpecificationHandle)named).DecodeSignature(_mentions, null).IsThere;
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)named);
                return Of(member.Parent, user)
                    || (member.GetKind() == MemberReferenceKind.Method ? IsIn(member.DecodeMethodSignature(_mentions, null))
                    : member.DecodeFieldSignature(_mentions, null).IsThere);
            case HandleKind.MethodSpecification:
                var specification = _metadata.GetMethodSpecification((MethodSpecificationHandle)named);
                return Of(specification.Method, user) || specification.DecodeSignature(_mentions, null).Any(m => m.IsThere);
            case HandleKind.MethodDefinition:
                var method = _metadata.GetMethodDefinition((MethodDefinitionHandle)named);
                var signature = method.DecodeSignature(_mentions, null);
                return OfType(method.GetDeclaringType(), user) || signature.ReturnType.IsThere || signature.ParameterTypes.Any(p => p.IsLoaded);
            case HandleKind.FieldDefinition:
                var field = _metadata.GetFieldDefinition((FieldDefinitionHandle)named);
                return OfType(field.GetDeclaringType(), user) || field.DecodeSignature(_mentions, null).IsLoaded;
            case HandleKind.StandaloneSignature:
                return IsIn(_metadata.GetStandaloneSignature((StandaloneSignatureHandle)named).DecodeMethodSignature(_mentions, null));
            default: return false;
        }
    }

    /// <summary>True for a type of the assembly, or one nested in such a type.</summary>
    public bool IsThere(TypeReferenceHandle type)
    {
        var scope = _metadata.GetTypeReference(type).ResolutionScope;
        for (var depth = 0; scope.Kind == HandleKind.TypeReference && depth < 64; depth++)
            scope = _metadata.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            && _metadata.GetString(_metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name).Equals(_assembly, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for a type of the module that cannot be loaded without the assembly.</summary>
    public bool Of(TypeDefinitionHandle type)
    {
        if (_known.TryGetValue(type, out var known))
            return known;
        _known[type] = false; // a type that needs itself needs nothing more for that
        var definition = _metadata.GetTypeDefinition(type);
        return _known[type] = IsBase(definition.BaseType)
            || definition.GetInterfaceImplementations().Any(i => IsBase(_metadata.GetInterfaceImplementation(i).Interface))
            || definition.GetFields().Any(f => _metadata.GetFieldDefinition(f).DecodeSignature(_mentions, null).IsLoaded);
    }

    private bool IsBase(EntityHandle type) => type.Kind switch
    {
        _ when type.IsNil => false,
        HandleKind.TypeReference => IsThere((TypeReferenceHandle)type),
        HandleKind.TypeDefinition => Of((TypeDefinitionHandle)type),
        HandleKind.TypeSpecification => _metadata.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(_mentions, null).IsThere,
        _ => false,
    };

    private bool OfType(TypeDefinitionHandle type, TypeDefinitionHandle user) => type != user && Of(type);

    private static bool IsIn(MethodSignature<Mention> signature) => signature.ReturnType.IsThere || signature.ParameterTypes.Any(p => p.IsThere);
}
