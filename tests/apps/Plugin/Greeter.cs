namespace Plugin;

public class Greeter : PluginHost.IPlugin
{
    public string Name => System.Xml.XmlConvert.EncodeName("Greeter"); // an assembly the host does not use
}
