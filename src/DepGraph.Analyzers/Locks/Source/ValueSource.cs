using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Where a value comes from, as far as it can be seen.</summary>
internal sealed class ValueSource(ValueSourceKind kind, IOperation operation, CallContext context)
{
    public ValueSourceKind Kind { get; } = kind;

    public IOperation Operation { get; } = operation;

    public CallContext Context { get; } = context;
}

internal enum ValueSourceKind
{
    /// <summary>Cannot be seen: somebody else's value of the operation's type.</summary>
    Unknown,

    /// <summary>A parameter that callers out of sight fill.</summary>
    Parameter,

    /// <summary>Made here by <c>new</c>: its exact type is known.</summary>
    Creation,

    /// <summary>A lambda, an anonymous method or a method group.</summary>
    Function,

    /// <summary>A constant, <c>null</c>, or an object the platform made.</summary>
    Harmless,
}
