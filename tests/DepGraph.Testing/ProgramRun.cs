using System.Diagnostics;
using System.Text;

namespace DepGraph.Testing;

/// <summary>A program that ran to its end. One that does not end is killed with all it started, and the test fails.</summary>
/// <param name="Id">The process it had.</param>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote as errors.</param>
public sealed record ProgramRun(int Id, int ExitCode, string Output, string Errors)
{
    // Only against a hang: a busy machine takes its time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>All it wrote: first the output, then the errors.</summary>
    public string Text => Output + Errors;

    public ProgramRun ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Text);
        return this;
    }

    public static Task<ProgramRun> DotnetAsync(params string[] arguments) => ToEndAsync("dotnet", arguments);

    /// <summary>Runs a program that reads nothing.</summary>
    public static Task<ProgramRun> ToEndAsync(string program, string[] arguments, params (string Name, string Value)[] environment) =>
        ToEndAsync(StartInfo(program, arguments, environment));

    /// <inheritdoc cref="ToEndAsync(string, string[], ValueTuple{string, string}[])"/>
    public static async Task<ProgramRun> ToEndAsync(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        using var process = Start(start);
        process.StandardInput.Close();
        return await EndAsync(process).ConfigureAwait(false);
    }

    /// <summary>The same where the caller can only wait.</summary>
    public static ProgramRun ToEnd(ProcessStartInfo start) => ToEndAsync(start).GetAwaiter().GetResult();

    /// <inheritdoc cref="ToEnd(ProcessStartInfo)"/>
    public static ProgramRun ToEnd(string program, string[] arguments, params (string Name, string Value)[] environment) =>
        ToEnd(StartInfo(program, arguments, environment));

    /// <summary>Starts a program whose output <see cref="EndAsync"/> reads, and leaves it running.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a program that was started.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit.</exception>
    public static async Task<ProgramRun> EndAsync(Process process, TimeSpan? limit = null)
    {
        using var over = new CancellationTokenSource(limit ?? Limit);
        var output = process.StandardOutput.ReadToEndAsync(over.Token);
        var errors = process.StandardError.ReadToEndAsync(over.Token);
        try
        {
            await process.WaitForExitAsync(over.Token).ConfigureAwait(false);
            return new ProgramRun(process.Id, process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end within {limit ?? Limit}.");
        }
    }

    private static ProcessStartInfo StartInfo(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }
}
