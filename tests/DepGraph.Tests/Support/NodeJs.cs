using System.Diagnostics;
using System.Text;

namespace DepGraph.Tests.Support;

/// <summary>Node.js, which runs the page's modules without a browser.</summary>
internal static class NodeJs
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Runs it with these lines as its input.</summary>
    public static (int ExitCode, string Output, string Errors) Run(IEnumerable<string> input, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = Utf8, StandardOutputEncoding = Utf8, StandardErrorEncoding = Utf8,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            foreach (var line in input) process.StandardInput.Write(line + "\n");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all: its errors say why.
        }

        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"node {string.Join(' ', arguments)} did not end.");
        }

        return (process.ExitCode, output.Result, errors.Result);
    }
}
