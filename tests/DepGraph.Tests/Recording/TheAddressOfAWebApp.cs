using DepGraph.Recording;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording;

public class TheAddressOfAWebApp
{
    private const string Loopback = "http://127.0.0.1:0";
    private const string WebApp = """{ "runtimeOptions": { "frameworks": [ { "name": "Microsoft.NETCore.App" }, { "name": "Microsoft.AspNetCore.App" } ] } }""";

    [Fact]
    public void Is_a_free_loopback_port_wherever_the_app_takes_it_from()
    {
        var variables = Variables(WebApp, """{ "Urls": "http://*:80" }""");

        variables["ASPNETCORE_URLS"].ShouldBe(Loopback);
        variables["URLS"].ShouldBe(Loopback);
        foreach (var ports in new[] { "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "HTTP_PORTS", "HTTPS_PORTS" }) variables[ports].ShouldBeNull();
    }

    [Fact]
    public void Replaces_each_endpoint_of_its_settings_with_one_of_the_same_scheme()
    {
        var variables = Variables(WebApp, """{ /* as users write it */ "Kestrel": { "Endpoints": { "Plain": { "Url": "http://*:80" }, "Safe": { "Url": "https://*:443" }, } } }""");

        variables["Kestrel__Endpoints__Plain__Url"].ShouldBe(Loopback);
        variables["Kestrel__Endpoints__Safe__Url"].ShouldBe("https://127.0.0.1:0");
    }

    [Fact]
    public void Is_nobodys_business_for_other_apps() =>
        Variables("""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App" } } }""", "{}").ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "Kestrel": [] }""")]
    [InlineData("""{ "Kestrel": { "Endpoints": 5 } }""")]
    public void Is_set_even_where_the_settings_are_damaged(string settings) => Variables(WebApp, settings)["URLS"].ShouldBe(Loopback);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "runtimeOptions": 5 }""")]
    [InlineData("""{ "runtimeOptions": { "framework": 5, "frameworks": [ 5, {} ] } }""")]
    public void Is_left_alone_where_the_app_does_not_say_what_it_is(string runtimeConfig) => Variables(runtimeConfig, "{}").ShouldBeEmpty();

    private static Dictionary<string, string?> Variables(string runtimeConfig, string settings)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "web.runtimeconfig.json"), runtimeConfig);
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), settings);
        var options = new RunOptions { Command = ["dotnet", Path.Combine(folder.Path, "web.dll")], WorkingDirectory = folder.Path };
        return LoopbackAddress.Variables(options, new Dictionary<string, string?>()).ToDictionary(v => v.Name, v => v.Value);
    }
}
