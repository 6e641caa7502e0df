using static DepGraph.Package.Tests.EditorFindings;

namespace DepGraph.Package.Tests;

/// <summary>Components and views whose code runs before the app is ready: their lines are those of the .razor and .cshtml files.</summary>
public class RazorLineTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Source = """
        using Microsoft.AspNetCore.Components.Web;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages();
        var app = builder.Build();
        await using (var renderer = new HtmlRenderer(app.Services, app.Services.GetRequiredService<ILoggerFactory>()))
        {
            var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<App.Pages.Banner>()).ToHtmlString());
            Console.Error.WriteLine(html);
        }

        Console.Error.WriteLine(AspNetCoreGeneratedDocument.Views_Footer.Text());
        app.Run();
        """;

    private const string Banner = """
        @using System.Xml.Linq
        <h1>An app</h1>

        <p>@XElement.Parse("<a>1</a>").Value</p>
        <p>@_first</p>

        @code {
            private string _first = "";

            protected override void OnInitialized()
            {
                _first = System.Text.RegularExpressions.Regex.Replace("abc", "[a-c](?=b)", "x", System.Text.RegularExpressions.RegexOptions.Compiled);
            }
        }
        """;

    private const string Footer = """
        @functions {
            public static string Text()
            {
                return System.Data.SqlTypes.SqlDecimal.Parse("1.5").ToString();
            }
        }
        <p>@Text()</p>
        """;

    [Fact]
    public void A_line_of_a_component_and_of_a_view_is_told_and_shown_there_and_in_no_other_file()
    {
        var workspace = new Workspace(packages)
            .App(source: Source, properties: "<ImplicitUsings>enable</ImplicitUsings>", sdk: "Microsoft.NET.Sdk.Web")
            .Write("App/Pages/Banner.razor", Banner).Write("App/Other/Banner.razor", Banner).Write("App/Views/Footer.cshtml", Footer)
            .Write("App/.globalconfig", "is_global = true\ndepgraph_startup_least_assemblies = 1\n");
        workspace.Build().ShouldSucceed().WarningCodes.ShouldBeEmpty();

        var causes = workspace.Read("App/bin/Debug/net10.0/depgraph/App.causes.txt");
        causes.ShouldContain("\nApp\tApp/Pages/Banner.razor\t4\t");
        causes.ShouldContain("\nApp\tApp/Pages/Banner.razor\t12\t");
        causes.ShouldContain("\nApp\tApp/Views/Footer.cshtml\t4\t");
        var sarif = workspace.Read("App/bin/Debug/net10.0/depgraph/App.sarif");
        sarif.ShouldContain("\"uri\": \"App/Pages/Banner.razor\"");
        var found = Found(workspace).ConvertAll(one => (one.File, one.Line));
        found.ShouldContain(("App/Pages/Banner.razor", 4));
        found.ShouldContain(("App/Pages/Banner.razor", 12));
        found.ShouldContain(("App/Views/Footer.cshtml", 4));
        found.ShouldNotContain(one => one.File == "App/Other/Banner.razor");
    }
}
