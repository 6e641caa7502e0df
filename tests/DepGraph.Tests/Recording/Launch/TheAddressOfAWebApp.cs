using DepGraph.Recording.Launch;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Launch;

/// <seealso cref="LoopbackAddress"/>
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
        foreach (var ports in new[] { "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "HTTP_PORTS", "HTTPS_PORTS" })
            variables[ports].ShouldBeNull();
    }

    [Fact]
    public void Replaces_each_endpoint_of_its_settings_with_one_of_the_same_scheme()
    {
        var variables =
            Variables(WebApp,
            """{ /* as users write it */ "Kestrel": { "Endpoints": { "Plain": { "Url": "http://*:80" }, "Safe": { "Url": "https://*:443" }, } } }""");

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

    [Theory]
    [InlineData("Contoso.Orders.Api", "")]
    [InlineData("Contoso.Orders.Api.exe", "")]
    [InlineData("dotnet", "Contoso.Orders.Api.dll")]
    [InlineData("dotnet", "exec Contoso.Orders.Api.dll")]
    public void Is_set_for_an_app_whose_name_has_dots_however_it_is_started(string program, string arguments)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "Contoso.Orders.Api.runtimeconfig.json"), WebApp);
        string[] command = [program, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var inFolder = command.Select(word => word.StartsWith("Contoso", StringComparison.Ordinal) ? Path.Combine(folder.Path, word) : word).ToArray();

        Variables(folder, inFolder, [])["ASPNETCORE_URLS"].ShouldBe(Loopback);
        RunOptions.NameOf(inFolder).ShouldBe("Contoso.Orders.Api");
    }

    [Fact]
    public void Is_set_for_a_dll_that_is_named_from_the_folder_the_app_starts_in()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "Contoso.Api.runtimeconfig.json"), WebApp);

        Variables(folder, ["dotnet", "Contoso.Api.dll"], [])["ASPNETCORE_URLS"].ShouldBe(Loopback);
    }

    [Fact]
    public void Is_set_for_an_app_that_starts_in_this_folder() =>
        LoopbackAddress.Variables(new RunOptions { Command = ["./Contoso.Api", ""] }, new Dictionary<string, string?>())
            .ShouldContain(("ASPNETCORE_URLS", Loopback));

    [Fact]
    public void Is_set_for_a_self_contained_app_too() =>
        Variables("""{ "runtimeOptions": { "includedFrameworks": [ { "name": "Microsoft.NETCore.App" }, { "name": "Microsoft.AspNetCore.App" } ] } }""",
            "{}")["ASPNETCORE_URLS"].ShouldBe(Loopback);

    [Fact]
    public void Is_set_in_the_one_variable_only_ASP_NET_Core_reads_where_no_file_tells_what_the_app_is()
    {
        using var folder = new TemporaryFolder();
        string[] singleFile = [Path.Combine(folder.Path, "Contoso.Api")];

        var variables = Variables(folder, singleFile, []);
        variables["ASPNETCORE_URLS"].ShouldBe(Loopback);
        variables.Keys.ShouldAllBe(name => name.StartsWith("ASPNETCORE", StringComparison.Ordinal));

        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"),
            """{ "urls": "http://*:80", "Kestrel": { "Endpoints": { "Web": { "Url": "http://*:81" } } } }""");
        variables = Variables(folder, singleFile, []);
        variables["URLS"].ShouldBe(Loopback);
        variables["Kestrel__Endpoints__Web__Url"].ShouldBe(Loopback);
    }

    [Theory]
    [InlineData("""{ "Kestrel:Endpoints:Web:Url": "http://*:80" }""")]
    [InlineData("""{ "Kestrel:Endpoints": { "Web": { "Url": "http://*:80" } } }""")]
    [InlineData("""{ "kestrel": { "ENDPOINTS": { "Web": { "url": "http://*:80" } } } }""")]
    [InlineData("\uFEFF{ \"Kestrel\": { \"Endpoints\": { \"Web\": { \"Url\": \"http://*:80\" } } } }")]
    public void Replaces_an_endpoint_however_the_settings_write_it(string settings) =>
        Variables(WebApp, settings)["Kestrel__Endpoints__Web__Url"].ShouldBe(Loopback);

    [Theory]
    [InlineData("Kestrel__Endpoints__Web__Url")]
    [InlineData("ASPNETCORE_Kestrel__Endpoints__Web__Url")]
    public void Replaces_an_endpoint_of_the_launch_profile_s_environment(string variable) =>
        Variables(WebApp, "{}", new() { [variable] = "http://*:80" })["Kestrel__Endpoints__Web__Url"].ShouldBe(Loopback);

    [Fact]
    public void Makes_no_endpoint_where_the_settings_give_none_an_address() =>
        Variables(WebApp, """{ "Kestrel": { "Endpoints": { "Web": { "Protocols": "Http2" } }, "Certificates": { "Default": { "Url": "x" } } } }""")
            .Keys.ShouldAllBe(name => !name.StartsWith("Kestrel", StringComparison.Ordinal));

    [Fact]
    public void Has_no_rival_in_a_variable_that_differs_in_case_only() =>
        Variables(WebApp, "{}", new() { ["urls"] = "http://*:80" }).ShouldContain(variable => variable.Key == "urls" && variable.Value == null);

    [Theory]
    [InlineData("DOTNET_ENVIRONMENT", "")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "")]
    [InlineData("OTHER", "--environment Staging")]
    [InlineData("OTHER", "--environment=Staging")]
    public void Replaces_the_endpoints_of_the_environment_the_app_starts_in(string variable, string arguments)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "web.runtimeconfig.json"), WebApp);
        foreach (var environment in new[] { "Production", "Staging" })
            File.WriteAllText(Path.Combine(folder.Path, $"appsettings.{environment}.json"),
                $$"""{ "Kestrel": { "Endpoints": { "{{environment}}": { "Url": "http://*:80" } } } }""");

        var variables =
            Variables(folder, ["dotnet", Path.Combine(folder.Path, "web.dll"), .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)], new()
            { [variable] = "Staging" });

        variables["Kestrel__Endpoints__Staging__Url"].ShouldBe(Loopback);
        variables.ShouldNotContainKey("Kestrel__Endpoints__Production__Url");
    }

    private static Dictionary<string, string?> Variables(string runtimeConfig, string settings, Dictionary<string, string?>? environment = null)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "web.runtimeconfig.json"), runtimeConfig);
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), settings);
        return Variables(folder, ["dotnet", Path.Combine(folder.Path, "web.dll")], environment ?? []);
    }

    private static Dictionary<string, string?> Variables(TemporaryFolder folder, string[] command, Dictionary<string, string?> environment) =>
        LoopbackAddress.Variables(new RunOptions { Command = command, WorkingDirectory = folder.Path }, environment).ToDictionary(v => v.Name, v => v.Value);
}
