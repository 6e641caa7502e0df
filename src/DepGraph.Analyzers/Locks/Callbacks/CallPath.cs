namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>The helpers on the way from the lock to the callback.</summary>
internal sealed class CallPath(CallPath? caller, string name)
{
    private string Name { get; } = name;

    private CallPath? Caller { get; } = caller;

    public static int LengthOf(CallPath? path)
    {
        var length = 0;
        for (; path != null; path = path.Caller)
            length++;
        return length;
    }

    public override string ToString() => Caller is null ? Name : Caller + " > " + Name;
}
