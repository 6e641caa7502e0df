using DepGraph.Files;
using DepGraph.Generated;

namespace DepGraph.Recording.Processes;

/// <summary>The runtime's startup profile as it is put beside the app: with a sum before it, which the app checks.</summary>
public static class StartupProfile
{
    /// <summary>Moves the profile the runtime wrote to its place, with its sum.</summary>
    /// <param name="written">What the runtime wrote.</param>
    /// <param name="path">Its place; there is never half a file.</param>
    public static void Keep(string written, string path)
    {
        var content = File.ReadAllBytes(written);
        AtomicFile.Write(path, [.. BitConverter.GetBytes(StartupProfileSum.Of(content)), .. content]);
        File.Delete(written);
    }
}
