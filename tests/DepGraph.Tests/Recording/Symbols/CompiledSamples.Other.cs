using System.Xml.Linq;

namespace DepGraph.Tests.Recording.Symbols;

/// <summary>The other half of a class whose one constructor has lines in two files.</summary>
internal sealed partial class CompiledSamples
{
    private sealed partial class InTwoFiles
    {
        public readonly XName There = XName.Get("there");
    }
}
