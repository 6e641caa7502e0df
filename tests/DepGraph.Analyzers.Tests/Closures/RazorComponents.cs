using System.Diagnostics;
using DepGraph.Analyzers.Closures;

namespace DepGraph.Analyzers.Tests.Closures;

/// <summary>A real Razor project built by the real SDK, with the analyzer as the package hands it over.</summary>
public sealed class RazorComponents : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("depgraph-razor-").FullName;

    [SlowFact("builds a Blazor app, seconds")]
    public async Task Are_reported_on_the_line_of_the_razor_file()
    {
        Write("Razor.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Razor">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Analyzer Include="{typeof(LoopClosureAnalyzer).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        Write("_Imports.razor", "@using Microsoft.AspNetCore.Components.Web");
        Write("Card.razor", """
            <p>@ChildContent</p>
            @code {
                [Parameter] public RenderFragment ChildContent { get; set; }
            }
            """);
        Write("Pager.razor", """
            <p>Pages</p>
            @for (int i = 0; i < 3; i++)
            {
                <button @onclick="() => Show(i)">@i</button>
                <input @bind="_texts[i]" />
                <Card>@i</Card>
                var copy = i;
                <button @onclick="() => Show(copy)">@copy</button>
            }
            @code {
                readonly string[] _texts = new string[3];
                void Show(int page) { }
            }
            """);

        var output = await Build();

        var lines = output.Split('\n').Where(line => line.Contains("DG1001")).Select(line => line.Trim()).Distinct().ToList();
        lines.Select(line => line[..line.IndexOf(':')]).Select(place => place[(place.LastIndexOf('/') + 1)..])
            .ShouldBe(["Pager.razor(4,34)", "Pager.razor(5,26)", "Pager.razor(6,12)"], ignoreOrder: true, output);
        output.ShouldNotContain("AD0001");
        output.ShouldNotContain("CS9057"); // the analyzer was built against a newer compiler than this one, and is not run
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private async Task<string> Build()
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:m"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var build = Process.Start(start)!;
        var error = build.StandardError.ReadToEndAsync();
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        build.ExitCode.ShouldBe(0, output + await error);
        return output;
    }
}
