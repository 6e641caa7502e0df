using System.Runtime.CompilerServices;
using CommandLine;

namespace OrderImport;

/// <summary>The command line, read by CommandLineParser.</summary>
internal sealed class Arguments
{
    [Option('s', "settings", Default = "settings.yaml", HelpText = "The settings to import by.")]
    public string Settings { get; set; } = "settings.yaml";

    [Option('v', "verbose", HelpText = "Say what is done.")]
    public bool Verbose { get; set; }

    [Option('n', "limit", Default = 1000, HelpText = "The most orders to import.")]
    public int Limit { get; set; } = 1000;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Arguments Parse(string[] args) =>
        Parser.Default.ParseArguments<Arguments>(args).MapResult(parsed => parsed, _ => throw new ArgumentException(string.Join(' ', args)));
}
