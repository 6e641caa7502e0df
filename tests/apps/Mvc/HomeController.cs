using Microsoft.AspNetCore.Mvc;

namespace Mvc;

public class HomeController : Controller
{
    public string Index() => "Hello";
}
