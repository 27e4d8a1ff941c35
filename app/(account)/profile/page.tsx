import type { Metadata } from "next";
import { SignOutEverywhere } from "@/components/auth/sign-out-everywhere";
import { ProfileForm } from "@/components/customers/profile-form";
import { requireUser } from "@/lib/auth/session";
import { getProfile } from "@/lib/customers/profile";
import { listCountries } from "@/lib/platform/countries";
import { signOutEverywhere, updateProfile } from "./actions";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const profile = await getProfile(await requireUser());
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-title">Profile</h1>
        <p className="max-w-[56ch] text-muted">
          Your delivery address, and what your bank compares with its records when a card is checked. Only
          your name is needed.
        </p>
      </header>
      <ProfileForm profile={profile} countries={listCountries()} action={updateProfile} />
      <SignOutEverywhere action={signOutEverywhere} />
    </div>
  );
}
