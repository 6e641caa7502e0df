using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Startup;

/// <summary>From where on a line is worth telling, by .editorconfig; what is no number counts as not given.</summary>
/// <param name="LeastMs">From this time on.</param>
/// <param name="LeastAssemblies">Or from this many assemblies on.</param>
/// <param name="MostInFile">The dearest of a file, at most.</param>
internal sealed record StartupOptions(double LeastMs, int LeastAssemblies, int MostInFile)
{
    public static readonly StartupOptions Standard = new(5, 3, 10);

    public static StartupOptions Of(AnalyzerConfigOptions options) => new(
        Number(options, "depgraph_startup_least_ms") ?? Standard.LeastMs,
        (int)Math.Min(int.MaxValue, Number(options, "depgraph_startup_least_assemblies") ?? Standard.LeastAssemblies),
        (int)Math.Min(int.MaxValue, Number(options, "depgraph_startup_most_in_file") ?? Standard.MostInFile));

    /// <summary>The dearest first, one a line.</summary>
    /// <param name="causes">Those of one file.</param>
    public IEnumerable<Cause> WorthTelling(IEnumerable<Cause> causes) =>
        causes.Where(cause => cause.Ms >= LeastMs || cause.Assemblies >= LeastAssemblies).OrderByDescending(cause => cause.Ms)
            .GroupBy(cause => cause.Line).Select(line => line.First()).Take(MostInFile);

    private static double? Number(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
