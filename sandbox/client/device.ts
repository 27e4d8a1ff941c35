/** Browser data; sent under `device` and again beside it. */
export function deviceData() {
  return {
    request_origin: "web",
    app_color_depth: screen.colorDepth,
    app_language: navigator.language,
    app_screen_height: screen.height,
    app_screen_width: screen.width,
    app_timezone_offset: new Date().getTimezoneOffset(),
    app_java_enabled: false,
  };
}
