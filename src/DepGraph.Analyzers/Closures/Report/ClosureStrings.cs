using System.Resources;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Closures.Report;

internal static class ClosureStrings
{
    private static readonly ResourceManager Resources = new(typeof(ClosureStrings).FullName!, typeof(ClosureStrings).Assembly);

    public static LocalizableString Localized(string name, params string[] arguments) =>
        new LocalizableResourceString(name, Resources, typeof(ClosureStrings), arguments);
}
