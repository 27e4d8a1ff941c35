/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  // These load files beside themselves at run time, so they must not be bundled.
  serverExternalPackages: ["pg", "pg-boss", "nodemailer"],
};

export default nextConfig;
