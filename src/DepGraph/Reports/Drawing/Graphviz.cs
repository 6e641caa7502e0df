using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using DepGraph.Text;

namespace DepGraph.Reports.Drawing;

/// <summary>Graphviz's <c>dot</c> on this machine.</summary>
public sealed class Graphviz
{
    /// <summary>What to tell a user who has none.</summary>
    public const string HowToGet = "Get it with 'apt install graphviz', 'brew install graphviz' or 'winget install graphviz'.";

    private readonly string _dot;

    private Graphviz(string dot) => _dot = dot;

    /// <summary>Looks for <c>dot</c> on PATH; null when it is not there.</summary>
    public static Graphviz? Find() => Find(Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Looks for <c>dot</c> in a list of folders as PATH is one; null when it is not there.</summary>
    public static Graphviz? Find(string? path)
    {
        var name = OperatingSystem.IsWindows() ? "dot.exe" : "dot";
        // Only full folders: a relative one would run a dot that lies in the project being built.
        var dot = (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return dot is null ? null : new Graphviz(dot);
    }

    /// <summary>Lays a drawing out.</summary>
    /// <param name="dot">The drawing, UTF-8.</param>
    /// <param name="timeout">How long it may take; then it is killed.</param>
    /// <param name="cancellation">Kills it too.</param>
    /// <exception cref="DepGraphException"><see cref="Codes.GraphvizFailed"/>: it failed or took too long.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public byte[] Svg(byte[] dot, TimeSpan timeout, CancellationToken cancellation = default) =>
        SvgAsync(dot, timeout, cancellation).GetAwaiter().GetResult();

    private async Task<byte[]> SvgAsync(byte[] dot, TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        using var process = Start();
        try
        {
            using var svg = new MemoryStream();
            var output = process.StandardOutput.BaseStream.CopyToAsync(svg, limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var input = FeedAsync(process, dot, limit.Token);
            await Task.WhenAll(input, output, errors, process.WaitForExitAsync(limit.Token)).ConfigureAwait(false);
            if (process.ExitCode == 0 && svg.Length > 0)
                return svg.ToArray();
            throw Failed($"failed with exit code {process.ExitCode}: {OneLine.Of((await errors.ConfigureAwait(false)).Trim())}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Failed($"took longer than {timeout.TotalSeconds:0.#} s and was stopped");
        }
        finally
        {
            Stop(process);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(_dot, ["-Tsvg"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw Failed($"could not be started: {OneLine.Of(e.Message)}", e);
        }
    }

    // A dot that ends early breaks the pipe; its exit code says why.
    private static async Task FeedAsync(Process process, byte[] dot, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(dot, cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended in between.
        }
    }

    private static DepGraphException Failed(string what, Exception? cause = null) =>
        new(Codes.GraphvizFailed, $"Graphviz's dot {what}. There is no SVG; the DOT files are there.", cause);
}
