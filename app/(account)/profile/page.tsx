import type { Metadata } from "next";
import { ProfileForm } from "@/components/profile/profile-form";
import { SignOutEverywhere } from "@/components/profile/sign-out-everywhere";
import { requireUser } from "@/lib/auth/session";
import { listCountries } from "@/lib/countries";
import { getProfile } from "@/lib/data/profile";
import { signOutEverywhere, updateProfile } from "./actions";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const profile = await getProfile(await requireUser());
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <h1 className="text-title">Profile</h1>
        <p className="max-w-[56ch] text-muted">
          Where your coffee goes, and what your bank compares with its own records when a card is checked.
          Only your name is needed.
        </p>
      </header>
      <ProfileForm profile={profile} countries={listCountries()} action={updateProfile} />
      <SignOutEverywhere action={signOutEverywhere} />
    </div>
  );
}
