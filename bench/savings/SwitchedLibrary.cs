namespace DepGraph.Bench.Savings;

/// <summary>A library an app can be started without.</summary>
/// <param name="Name">What its switch and the table call it.</param>
/// <param name="Assembly">The assembly the app calls for it: the edge from the app to it is what the switch cuts.</param>
internal sealed record SwitchedLibrary(string Name, string Assembly)
{
    public SwitchedLibrary(string name) : this(name, name) { }
}
