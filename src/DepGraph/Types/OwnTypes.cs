using System.Reflection.Metadata;

namespace DepGraph.Types;

/// <summary>
/// The types of an assembly as their authors see them: what is nested belongs to the outermost type around it, and so does what the compiler made there
/// (closures, state machines, local functions). What it made elsewhere is nobody's.
/// </summary>
internal sealed class OwnTypes(MetadataReader metadata)
{
    private readonly Dictionary<TypeDefinitionHandle, string?> _known = [];

    /// <summary>The full name of the type that a definition belongs to, generic ones without their arity mark; null for nobody's.</summary>
    public string? NameOf(TypeDefinitionHandle type)
    {
        if (_known.TryGetValue(type, out var known))
            return known;
        _known[type] = null; // of a damaged file: nested in itself
        var definition = metadata.GetTypeDefinition(type);
        return _known[type] = definition.GetDeclaringType() is { IsNil: false } outer ? NameOf(outer)
            : IsMadeByCompiler(definition) ? null
            : FullName(metadata.GetString(definition.Namespace), metadata.GetString(definition.Name));
    }

    /// <summary>The same of a reference into another assembly.</summary>
    public string NameOf(TypeReferenceHandle type)
    {
        var reference = metadata.GetTypeReference(type);
        for (var depth = 0; reference.ResolutionScope.Kind == HandleKind.TypeReference && depth < 64; depth++)
            reference = metadata.GetTypeReference((TypeReferenceHandle)reference.ResolutionScope);
        return FullName(metadata.GetString(reference.Namespace), metadata.GetString(reference.Name));
    }

    private static string FullName(string space, string name)
    {
        // A type and a generic one of the same name are two: the second says how many parameters it has.
        var plain = name.Split('`') is [var before, var arity] ? $"{before}<{new string(',', Math.Clamp(Arity(arity) - 1, 0, 20))}>" : name;
        return space.Length == 0 ? plain : $"{space}.{plain}";
    }

    private static int Arity(string text) => int.TryParse(text, out var arity) ? arity : 1;

    private bool IsMadeByCompiler(TypeDefinition type) =>
        metadata.GetString(type.Name).StartsWith('<') || metadata.GetString(type.Namespace).StartsWith('<')
        || type.GetCustomAttributes().Any(attribute => AttributeName(metadata.GetCustomAttribute(attribute).Constructor) == "CompilerGeneratedAttribute");

    private string? AttributeName(EntityHandle constructor) => constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
        ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) : null;
}
