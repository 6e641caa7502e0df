using System.Resources;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Options;

internal static class OptionStrings
{
    private static readonly ResourceManager Resources = new(typeof(OptionStrings).FullName!, typeof(OptionStrings).Assembly);

    public static LocalizableString Localized(string name) => new LocalizableResourceString(name, Resources, typeof(OptionStrings));
}
