using Microsoft.Build.Logging.StructuredLogger;

namespace DepGraph.Package.Tests;

/// <summary>How a <c>dotnet</c> command ended, and what its binlog tells.</summary>
public sealed class BuildResult(int exitCode, string output, string binlogPath)
{
    private readonly Lazy<Build> _log = new(() => BinaryLog.ReadBuild(binlogPath));

    public int ExitCode { get; } = exitCode;

    public string Output { get; } = output;

    public string[] WarningCodes => _log.Value.FindChildrenRecursive<Warning>().Select(warning => warning.Code).ToArray();

    public string[] ErrorCodes => _log.Value.FindChildrenRecursive<Error>().Select(error => error.Code).ToArray();

    public IEnumerable<string> Messages => _log.Value.FindChildrenRecursive<Message>().Select(message => message.Text);

    /// <summary>How many times the recorder was started; zero also means that no process of ours was started.</summary>
    public int Recordings => Tasks("RunDepGraph").Count;

    public string[] EmbeddedFiles => _log.Value.SourceFiles.Select(file => Path.GetFileName(file.FullPath)).ToArray();

    public IReadOnlyList<Microsoft.Build.Logging.StructuredLogger.Task> Tasks(string name) =>
        _log.Value.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(task => task.Name == name);

    public BuildResult ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    public BuildResult ShouldFail()
    {
        ExitCode.ShouldNotBe(0, Output);
        return this;
    }
}
