using System.Diagnostics;

namespace DepGraph.Recording.Tests.Support;

/// <summary>A program that was run to its end.</summary>
internal sealed record Started(int Id, int ExitCode, string Output)
{
    public static Task<Started> DotnetAsync(params string[] arguments) => RunAsync("dotnet", arguments);

    public static async Task<Started> RunAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) info.Environment[name] = value;
        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Started(process.Id, process.ExitCode, await output + await errors);
    }
}
