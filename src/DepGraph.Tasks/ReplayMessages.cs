using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DepGraph.Tasks;

/// <summary>Says again what the last recording said, in a build that has nothing to record.</summary>
public sealed class ReplayMessages : Task
{
    /// <summary>The file with the recorder's canonical lines.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (var line in System.IO.File.ReadLines(File))
        {
            if (!RecordedDiagnostic.TryLog(Log, line))
                Log.LogMessageFromText(line, MessageImportance.Normal);
        }

        return !Log.HasLoggedErrors;
    }
}
