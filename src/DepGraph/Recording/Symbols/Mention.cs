namespace DepGraph.Recording.Symbols;

/// <summary>How a type in a signature has to do with the assembly that is looked for.</summary>
/// <param name="IsThere">It is of that assembly, is made of such a type, or cannot be loaded without one.</param>
/// <param name="IsObject">A reference to an object: it can be handed around before its type is loaded.</param>
internal readonly record struct Mention(bool IsThere, bool IsObject)
{
    /// <summary>True where the type is loaded as soon as code with it is compiled.</summary>
    public bool IsLoaded => IsThere && !IsObject;
}
