using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using DepGraph.Tool;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DepGraph.Tasks;

/// <summary>
/// Runs one command of <c>depgraph</c> in a process of its own. Lines of the form <c>depgraph : warning DG0001: text</c> become
/// warnings and errors of the build, all others messages.
/// </summary>
public sealed class RunDepGraph : ToolTask
{
    // In each of them depgraph has said all there is to say, with a code.
    private static readonly HashSet<int> KnownExitCodes =
        new HashSet<int> { ExitCodes.Done, ExitCodes.CheckFailed, ExitCodes.RunFailed, ExitCodes.Cancelled };

    // The app gets two seconds to end; what comes then is quick.
    private static readonly TimeSpan CancellationGrace = TimeSpan.FromSeconds(4);

    private readonly ManualResetEventSlim _ended = new ManualResetEventSlim();

    /// <summary>Full path of <c>depgraph.dll</c>.</summary>
    [Required]
    public string Program { get; set; } = "";

    /// <summary>The command, for example <c>record</c>.</summary>
    [Required]
    public string Command { get; set; } = "";

    /// <summary>The file the command works on, if it takes one.</summary>
    public string Argument { get; set; } = "";

    /// <summary>The command's options: the item is the switch, its metadata <c>Value</c> the value, if it takes one.</summary>
    public ITaskItem[] Options { get; set; } = Array.Empty<ITaskItem>();

    /// <summary>What comes after <c>--</c>: a command line, quoted as <c>dotnet run</c> would start it.</summary>
    public string AppCommandLine { get; set; } = "";

    /// <summary>A file that <c>depgraph</c> watches for: when it appears, the run is cancelled. Empty: there is none.</summary>
    public string CancelFile { get; set; } = "";

    /// <summary>Full path of the <c>dotnet</c> host; empty: the one on the PATH.</summary>
    public string DotNetHost { get; set; } = "";

    /// <summary>The build is shown by MSBuild's terminal logger.</summary>
    public bool IsTerminalLogger { get; set; }

    /// <inheritdoc/>
    protected override string ToolName => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "dotnet.exe" : "dotnet";

    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc/>
    public override bool Execute()
    {
        // An apphost looks for the runtime where DOTNET_ROOT says; `dotnet run` sets it to its own folder in the same way.
        if (DotNetHost != "" && Environment.GetEnvironmentVariable("DOTNET_ROOT") is null)
            EnvironmentVariables = new[] { "DOTNET_ROOT=" + Path.GetDirectoryName(DotNetHost) };
        if (CancelFile != "")
            File.Delete(CancelFile);
        return base.Execute();
    }

    /// <inheritdoc/>
    public override void Cancel()
    {
        // MSBuild kills at once. Asked first, depgraph ends the app in order and takes its socket and files away.
        if (CancelFile != "")
        {
            File.WriteAllText(CancelFile, "");
            _ended.Wait(CancellationGrace);
            File.Delete(CancelFile);
        }

        base.Cancel();
    }

    /// <inheritdoc/>
    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands)
    {
        try
        {
            return base.ExecuteTool(pathToTool, responseFileCommands, commandLineCommands);
        }
        finally
        {
            _ended.Set();
        }
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (RecordedLine.Is(singleLine))
            Log.LogMessage(MessageImportance.High, IsTerminalLogger ? RecordedLine.ForTerminalLogger(singleLine) : singleLine);
        else if (!RecordedDiagnostic.TryLog(Log, singleLine))
            base.LogEventsFromTextOutput(singleLine, messageImportance);
    }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => DotNetHost != "" ? DotNetHost : ToolName;

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendFileNameIfNotNull(Program);
        line.AppendSwitch(Command);
        if (Argument != "")
            line.AppendFileNameIfNotNull(Argument);
        foreach (var option in Options)
        {
            if (option.GetMetadata("Value") is { Length: > 0 } value)
                line.AppendSwitchIfNotNull(option.ItemSpec + " ", value);
            else
                line.AppendSwitch(option.ItemSpec);
        }

        if (AppCommandLine != "")
        {
            line.AppendSwitch("--");
            line.AppendTextUnquoted(" " + AppCommandLine);
        }

        return line.ToString();
    }

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors()
    {
        if (!KnownExitCodes.Contains(ExitCode) && !Log.HasLoggedErrors)
            Log.LogWarning(null, Codes.RecorderFailed, null, null, 0, 0, 0, 0,
                "depgraph {0} ended with exit code {1}; its output is in the messages above (-v:n shows them).", Command, ExitCode);
        return !Log.HasLoggedErrors;
    }
}
