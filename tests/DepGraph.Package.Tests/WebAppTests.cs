using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace DepGraph.Package.Tests;

/// <summary>Web apps as <c>dotnet new web</c> makes them, with names as real ones have.</summary>
public sealed partial class WebAppTests(PackedPackages packages) : IClassFixture<PackedPackages>, IDisposable
{
    private const int Usual = 5000;

    private const string Source = """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapGet("/", () => "Hello World!");
        app.Run();
        """;

    private readonly TcpListener _other = new(IPAddress.Loopback, 0);

    [SlowFact(Slow.Builds)]
    public void Three_of_one_solution_get_a_port_each_while_something_listens_on_theirs()
    {
        using var usual = Occupied();
        string[] names = ["Contoso.Orders.Api", "Contoso.Billing.Api", "Contoso.Stock.Api"];
        var workspace = new Workspace(packages);
        foreach (var name in names)
        {
            Web(workspace, name).Write($"{name}/Properties/launchSettings.json", $$"""
                { "profiles": { "http": { "commandName": "Project", "applicationUrl": "http://localhost:{{Usual}}",
                  "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development" } } } }
                """);
        }

        workspace.Write("Contoso.Billing.Api/appsettings.json", $$"""{ "Kestrel": { "Endpoints": { "Web": { "Url": "http://localhost:{{Usual}}" } } } }""")
            .Write("Contoso.Stock.Api/appsettings.Development.json",
                $$"""{ "urls": "http://localhost:{{Usual}}", "Kestrel:Endpoints:Web:Url": "http://*:{{Usual}}" }""")
            .Write("Contoso.slnx", $"<Solution>{string.Concat(names.Select(name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");

        var result = workspace.Build(".", "-m:3").ShouldSucceed();

        result.WarningCodes.ShouldBeEmpty(result.Output);
        var ports = names.Select(name => Listening().Match(workspace.Read($"{name}/bin/Debug/net10.0/depgraph/{name}.log")).Groups["port"].Value).ToList();
        ports.ShouldAllBe(port => port != "" && port != $"{Usual}");
        ports.Distinct().Count().ShouldBe(3, string.Join(' ', ports));
    }

    [SlowFact(Slow.Builds)]
    public void A_port_that_only_the_code_knows_and_something_else_has_is_named_with_what_to_do()
    {
        _other.Start();
        var workspace = Web(new Workspace(packages), "Contoso.Fixed.Api", Source.Replace("Run()", $"Run(\"http://{_other.LocalEndpoint}\")"));

        var taken = workspace.Build("Contoso.Fixed.Api").ShouldSucceed();

        taken.WarningCodes.ShouldBe(["DG0018"], taken.Output);
        taken.Output.ShouldContain($"Contoso.Fixed.Api could not listen: http://{_other.LocalEndpoint} is in use already.");
        _other.Stop();
        workspace.Write("Contoso.Fixed.Api/Program.cs", Source).Build("Contoso.Fixed.Api", "--no-restore").ShouldSucceed().WarningCodes.ShouldBeEmpty();
    }

    public void Dispose() => _other.Dispose();

    private static Workspace Web(Workspace workspace, string name, string source = Source) =>
        workspace.App(name, source, "<ImplicitUsings>enable</ImplicitUsings>", sdk: "Microsoft.NET.Sdk.Web");

    /// <summary>Something listens on the port every web app takes that is told nothing.</summary>
    private static TcpListener? Occupied()
    {
        var listener = new TcpListener(IPAddress.Loopback, Usual);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            return null; // somebody else does
        }
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
