export { brandName, plainBrand } from "@/lib/card-name";
