using DepGraph.Recording.Launch;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Launch;

/// <seealso cref="LaunchProfile"/>
public class LaunchProfileTests
{
    private const string Settings = """
        {
          // comments and trailing commas are common in these files
          "profiles": {
            "IIS Express": { "commandName": "IISExpress", "environmentVariables": { "A": "iis" } },
            "http": {
              "commandName": "Project",
              "commandLineArgs": "--seed 1",
              "applicationUrl": "http://localhost:5000",
              "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development" },
            },
            "quiet": { "commandName": "Project" },
          },
        }
        """;

    [Fact]
    public void The_first_profile_that_starts_the_project_is_taken()
    {
        var profile = LaunchProfile.Read(Settings).ShouldNotBeNull();
        profile.Name.ShouldBe("http");
        profile.Arguments.ShouldBe("--seed 1");
        profile.Environment.ShouldBe(new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development" });
    }

    [Fact]
    public void A_named_profile_is_taken_in_any_case()
    {
        var profile = LaunchProfile.Read(Settings, "QUIET").ShouldNotBeNull();
        profile.Name.ShouldBe("quiet");
        profile.Arguments.ShouldBe("");
        profile.Environment.ShouldBeEmpty();
    }

    [Fact]
    public void Variables_of_this_process_stand_in_for_percent_names()
    {
        var json = """{"profiles":{"p":{"commandName":"Project","environmentVariables":{"HERE":"<%PATH%>"}}}}""";
        LaunchProfile.Read(json)!.Environment["HERE"].ShouldBe($"<{Environment.GetEnvironmentVariable("PATH")}>");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"profiles":{}}""")]
    [InlineData("""{"profiles":{"IIS":{"commandName":"IISExpress"}}}""")]
    public void A_file_without_a_profile_for_the_project_gives_none(string json) =>
        LaunchProfile.Read(json).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"profiles\":")]
    [InlineData("""{"profiles":[]}""")]
    [InlineData("""{"profiles":{"p":3}}""")]
    [InlineData("""{"profiles":{"p":{"commandName":7}}}""")]
    [InlineData("""{"profiles":{"p":{"commandName":"Project","environmentVariables":"A=B"}}}""")]
    public void A_damaged_file_is_one_coded_error(string json) =>
        Should.Throw<DepGraphException>(() => LaunchProfile.Read(json)).Code.ShouldBe(Codes.InvalidInput);

    [Fact]
    public void A_profile_that_is_not_there_is_one_coded_error() =>
        Should.Throw<DepGraphException>(() => LaunchProfile.Read(Settings, "nope")).Code.ShouldBe(Codes.InvalidOption);

    [Fact]
    public void A_file_of_settings_that_is_not_there_is_named_with_its_code()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, _, errors) = Depgraph.Run("record", "-o", folder["out"], "--launch-settings", folder["none.json"], "--", "dotnet", "none.dll");
        exitCode.ShouldBe(2);
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith("depgraph : error DG0013: ");
        errors.ShouldContain("none.json cannot be read");
    }

    [Fact]
    public void A_file_of_settings_may_begin_with_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["launchSettings.json"], Settings, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        LaunchProfile.ReadFile(folder["launchSettings.json"]).ShouldNotBeNull().Name.ShouldBe("http");
    }
}
