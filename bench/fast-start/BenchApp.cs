namespace DepGraph.Bench.FastStart;

/// <summary>An app whose start is measured.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Path">Its .dll, in a folder of the bench's own.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="ReadyLine">The output that says it is ready; null when it is ready at its end.</param>
internal sealed record BenchApp(string Name, string Path, string[] Arguments, string? ReadyLine = null)
{
    private string Stem => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, System.IO.Path.GetFileNameWithoutExtension(Path));

    public string Sequence => Stem + ".loadsequence.json";

    /// <summary>The hook looks for a profile that is named after itself.</summary>
    public string Profile => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "DepGraph.Bench.Hook.startup.prof");

    /// <summary>The profile when it is not to be played.</summary>
    public string IdleProfile => Profile + ".idle";
}
