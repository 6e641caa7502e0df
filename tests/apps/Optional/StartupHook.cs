/// <summary>Makes this assembly fit to be named in DOTNET_STARTUP_HOOKS.</summary>
internal class StartupHook
{
    public static void Initialize()
    {
    }
}
