namespace DepGraph.Analyzers.Startup;

/// <summary>A line of a file of causes: docs/formats.md describes it.</summary>
/// <param name="Assembly">The one the line is compiled into.</param>
/// <param name="File">The end of its path, with '/'.</param>
/// <param name="Line">From 1, where it was when it was recorded.</param>
/// <param name="Checksum">Of the file that was recorded.</param>
/// <param name="Assemblies">How many it has loaded.</param>
/// <param name="Ms">What it takes.</param>
/// <param name="RegisteredAt">Of a constructor that a container runs, <c>File:Line</c> of its registration; or empty.</param>
/// <param name="Message">What to say of it.</param>
/// <param name="Text">What stands in the line, each run of white space as one blank.</param>
internal sealed record Cause(
    string Assembly, string File, int Line, string Checksum, int Assemblies, double Ms, string RegisteredAt, string Message, string Text);
