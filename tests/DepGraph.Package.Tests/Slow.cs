namespace DepGraph.Package.Tests;

/// <summary>Why most tests here run only where everything must.</summary>
internal static class Slow
{
    public const string Builds = "real builds, several seconds each";
}
