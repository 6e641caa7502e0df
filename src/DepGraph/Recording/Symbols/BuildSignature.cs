using System.Reflection.PortableExecutable;

namespace DepGraph.Recording.Symbols;

/// <summary>What tells one build of an assembly from another: the id its symbols have too.</summary>
internal static class BuildSignature
{
    /// <summary>True for the build of this signature; any build has an empty one.</summary>
    public static bool IsOf(PEReader image, Guid signature) => signature == Guid.Empty || image.ReadDebugDirectory()
        .Any(d => d.Type == DebugDirectoryEntryType.CodeView && image.ReadCodeViewDebugDirectoryData(d).Guid == signature);
}
