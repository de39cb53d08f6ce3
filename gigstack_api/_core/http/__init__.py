"""One exchange with a host. The only room that knows an HTTP library."""
