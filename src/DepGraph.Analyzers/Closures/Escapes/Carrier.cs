namespace DepGraph.Analyzers.Closures.Escapes;

internal enum CarrierKind
{
    /// <summary>The closure itself, as a delegate or an expression tree: harmless until someone keeps it.</summary>
    Delegate,

    /// <summary>A sequence that runs the closure when it is enumerated.</summary>
    Sequence,

    /// <summary>A task, thread or timer that runs the closure on its own: harmless only once it has been waited for.</summary>
    Running,

    /// <summary>An object or a collection that keeps the closure.</summary>
    Holder,
}

/// <summary>A value through which a closure can still run.</summary>
/// <param name="inner">What comes out of it: of a delegate when it is invoked, of a sequence or a holder as an element.</param>
internal sealed class Carrier(CarrierKind kind, Carrier? inner = null)
{
    public static readonly Carrier Delegate = new(CarrierKind.Delegate);
    public static readonly Carrier Running = new(CarrierKind.Running);

    public CarrierKind Kind { get; } = kind;

    public Carrier? Inner { get; } = inner;

    /// <summary>Whether it runs on even when nobody keeps it.</summary>
    public bool IsRunning => Kind == CarrierKind.Running || (Kind == CarrierKind.Holder && Inner?.IsRunning == true);

    public static Carrier SequenceOf(Carrier? element) => new(CarrierKind.Sequence, element);

    public static Carrier HolderOf(Carrier content) => new(CarrierKind.Holder, content.Kind == CarrierKind.Holder ? content.Inner : content);
}
