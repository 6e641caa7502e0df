namespace DepGraph.Bench.Savings;

/// <summary>An app of the bench, built for Release, with each of its libraries behind a switch.</summary>
/// <param name="Kind">Console, web or worker.</param>
/// <param name="Name">The name of its assembly.</param>
/// <param name="ReadyAtExit">It is ready when it ends, else when it says so.</param>
internal sealed record SwitchedApp(string Kind, string Name, bool ReadyAtExit, string[] Arguments, SwitchedLibrary[] Libraries)
{
    public static readonly SwitchedApp[] All =
    [
        new("console", "OrderImport", true, ["--limit", "500"],
        [
            new("CommandLineParser", "CommandLine"), new("YamlDotNet"), new("Newtonsoft.Json"), new("CsvHelper"), new("HtmlAgilityPack"), new("Humanizer"),
            new("Spectre.Console"),
        ]),
        new("web", "OrderSite", false, ["--urls", "http://127.0.0.1:0"],
        [
            new("Serilog"), new("NodaTime"), new("Autofac"), new("FluentValidation"), new("Dapper+Sqlite", "OrderSite.Storage"), new("Polly", "Polly.Core"),
            new("Markdig"),
        ]),
        new("worker", "OrderNight", false, [],
        [
            new("NLog"), new("Quartz"), new("CsvHelper"), new("AngleSharp"), new("EF Core Sqlite", "OrderNight.Data"),
        ]),
    ];

    /// <summary>The command that starts it.</summary>
    public string[] Command => ["dotnet", Path.Combine(Repository.Folder, "bench/savings/apps", Name, "bin/Release/net10.0", Name + ".dll"), .. Arguments];
}
