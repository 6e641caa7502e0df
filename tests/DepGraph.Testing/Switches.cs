using System.Globalization;

namespace DepGraph.Testing;

/// <summary>What the environment asks of a test run. CONTRIBUTING tells of each.</summary>
public static class Switches
{
    /// <summary>DEPGRAPH_TEST_ALL=1: slow tests run too, and a test that lacks its program fails instead of being skipped.</summary>
    public static bool TestAll { get; } = Of("DEPGRAPH_TEST_ALL") == "1";

    /// <summary>DEPGRAPH_FUZZ: how many lies a reader is told.</summary>
    public static int Fuzz { get; } = int.Parse(Of("DEPGRAPH_FUZZ") ?? "2000", CultureInfo.InvariantCulture);

    /// <summary>DEPGRAPH_WRITE_DOCS=1: the tables that tests hold in the docs are written instead of compared.</summary>
    public static bool WriteDocs { get; } = Of("DEPGRAPH_WRITE_DOCS") == "1";

    /// <summary>DEPGRAPH_BROWSER: the path of the Chromium the page tests use.</summary>
    public static string? Browser { get; } = Of("DEPGRAPH_BROWSER");

    /// <summary>The reason to skip a test; null where it can run, or where everything must.</summary>
    public static string? SkipUnless(bool canRun, string reason) => canRun || TestAll ? null : reason;

    /// <summary>Ends a running [SkippableTheory] as skipped, where everything must run as failed, unless it can go on.</summary>
    public static void GoOnOnlyIf(bool canRun, string reason)
    {
        if (TestAll)
            canRun.ShouldBeTrue(reason);
        Skip.IfNot(canRun, reason);
    }

    private static string? Of(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
