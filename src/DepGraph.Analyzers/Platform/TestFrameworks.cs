using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>Tells by what it references an assembly of tests, whose code nobody else runs.</summary>
internal static class TestFrameworks
{
    private static readonly string[] Assemblies =
    [
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    ];

    public static bool AreUsedBy(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(reference => Assemblies.Contains(reference.Name, StringComparer.OrdinalIgnoreCase));
}
