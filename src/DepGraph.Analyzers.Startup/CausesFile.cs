using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Startup;

/// <summary>The file of causes that a build left behind; whatever it holds, reading it fails nothing.</summary>
internal sealed class CausesFile
{
    private const string Suffix = ".causes.txt", Header = "depgraph causes 1", AnyHeader = "depgraph causes ";
    private const int Parts = 9, Most = 1000;

    /// <summary>An editor keeps a file's text from one keystroke to the next.</summary>
    private static readonly ConditionalWeakTable<SourceText, CausesFile> Known = new();

    private CausesFile(IReadOnlyList<Cause> causes, string? problem) => (Causes, Problem) = (causes, problem);

    /// <summary>The dearest first; none where there is a problem.</summary>
    public IReadOnlyList<Cause> Causes { get; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Problem { get; }

    /// <summary>Null where the file is none of ours.</summary>
    public static CausesFile? Of(AdditionalText file, CancellationToken cancellation) =>
        file.Path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && file.GetText(cancellation) is { } text
            ? Known.GetValue(text, all => Read(all, System.IO.Path.GetFileName(file.Path))) is { IsOurs: true } known ? known : null
            : null;

    /// <summary>False for a file of others that happens to have such a name.</summary>
    private bool IsOurs { get; init; } = true;

    /// <param name="text">All of it.</param>
    /// <param name="name">For the problem.</param>
    public static CausesFile Read(SourceText text, string name)
    {
        var header = text.Lines[0].ToString().TrimStart('\uFEFF');
        if (header != Header)
        {
            return header.StartsWith(AnyHeader, StringComparison.Ordinal)
                ? new CausesFile([], $"{name} is of another version of DepGraph: build to record again")
                : new CausesFile([], null) { IsOurs = false };
        }

        var causes = new List<Cause>();
        foreach (var line in text.Lines.Skip(1).Take(Most).Where(line => line.Span.Length > 0))
        {
            if (Parse(line.ToString().Split('\t')) is not { } cause)
                return new CausesFile([], $"{name} is damaged in line {line.LineNumber + 1}: build to record again");
            causes.Add(cause);
        }

        return new CausesFile(causes, null);
    }

    private static Cause? Parse(string[] parts) =>
        parts.Length == Parts && Number(parts[2]) is { } line && line > 0 && Number(parts[4]) is { } assemblies
            && double.TryParse(parts[5], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ms) && parts[8].Length > 0
            ? new Cause(parts[0], parts[1], line, parts[3], assemblies, ms, parts[6], parts[7], parts[8])
            : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
