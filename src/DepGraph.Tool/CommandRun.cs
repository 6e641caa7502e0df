using System.CommandLine;

namespace DepGraph.Tool;

/// <summary>Runs a command line; the one place where a failure becomes a line and an exit code.</summary>
internal static class CommandRun
{
    private static readonly TimeSpan CancellationGrace = TimeSpan.FromSeconds(10);

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            var command = parsed.CommandResult.Command == root ? "depgraph" : $"depgraph {parsed.CommandResult.Command.Name}";
            CanonicalLine.Error(Codes.InvalidOption, $"{parsed.Errors[0].Message} See '{command} --help'.");
            return ExitCodes.InvalidInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = CancellationGrace
            });
        }
        catch (DepGraphException e)
        {
            CanonicalLine.Error(e.Code, e.Message);
            return ExitCodes.InvalidInput;
        }
        catch (OperationCanceledException)
        {
            CanonicalLine.Error(Codes.Cancelled, "Cancelled.");
            return ExitCodes.Cancelled;
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("DEPGRAPH_DEBUG") is null)
        {
            CanonicalLine.Error(Codes.RecorderFailed,
                $"depgraph failed: {e.GetType().Name}: {e.Message} This is a fault of depgraph; DEPGRAPH_DEBUG=1 shows where. Please report it.");
            return ExitCodes.InvalidInput;
        }
    }
}
