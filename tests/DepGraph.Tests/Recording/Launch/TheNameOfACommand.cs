using DepGraph.Recording.Launch;

namespace DepGraph.Tests.Recording.Launch;

/// <seealso cref="RunOptions"/>
public class TheNameOfACommand
{
    [Theory]
    [InlineData("Samples.Akka.AspNetCore", "./Samples.Akka.AspNetCore")]
    [InlineData("Contoso.Orders.Api", "bin/Contoso.Orders.Api.exe --urls x")]
    [InlineData("Contoso.Orders.Api", "dotnet exec bin/Contoso.Orders.Api.dll input.txt")]
    [InlineData("Shop", "Shop 1.5")]
    [InlineData("dotnet", "dotnet --info")]
    public void Is_the_app_s_whole_simple_name(string name, string command) => RunOptions.NameOf(command.Split(' ')).ShouldBe(name);
}
