using DepGraph.Recording.Launch;

namespace DepGraph.Tests.Recording.Launch;

/// <seealso cref="IsolatedEnvironment"/>
public class TheEnvironmentOfTheApp
{
    [Theory]
    [InlineData("DOTNET_STARTUP_HOOKS")]
    [InlineData("DOTNET_ADDITIONAL_DEPS")]
    [InlineData("DOTNET_SHARED_STORE")]
    [InlineData("DOTNET_EnableEventPipe")]
    [InlineData("DOTNET_EventPipeOutputPath")]
    [InlineData("DOTNET_EventPipeConfig")]
    [InlineData("DOTNET_DiagnosticPorts")]
    [InlineData("DOTNET_EnableDiagnostics")]
    [InlineData("COMPlus_EnableDiagnostics")]
    [InlineData("dotnet_enablediagnostics")]
    [InlineData("CORECLR_ENABLE_PROFILING")]
    [InlineData("CORECLR_PROFILER_PATH_64")]
    [InlineData("COR_PROFILER")]
    [InlineData("DOTNET_MultiCoreJitProfile")]
    [InlineData("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES")]
    [InlineData("MSBUILDFAILONDRIVEENUMERATINGWILDCARD")]
    [InlineData("MSBuildExtensionsPath")]
    public void Is_without_what_the_machine_has_switched_on_for_every_program(string name)
    {
        var environment = new Dictionary<string, string?> { [name] = "1", ["HOME"] = "/home/me" };

        IsolatedEnvironment.Isolate(environment);

        environment.Keys.ShouldBe(["HOME"]);
    }

    [Theory]
    [InlineData("DOTNET_ROOT")]
    [InlineData("DOTNET_ENVIRONMENT")]
    [InlineData("DOTNET_TieredPGO")]
    [InlineData("DOTNET_gcServer")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT")]
    [InlineData("ASPNETCORE_ENVIRONMENT")]
    [InlineData("STARTUP_HOOKS")]
    [InlineData("COR_SOMETHING")]
    [InlineData("PATH")]
    public void Keeps_what_belongs_to_the_app(string name) => IsolatedEnvironment.IsForeign(name).ShouldBeFalse();
}
