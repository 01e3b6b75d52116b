package org.chuishao.bench.warnings.plant;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.category.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {

    @Test
    void every_recipe_is_about_a_most_particular_category_of_the_tree_and_makes_sense() {
        Taxonomy tree = ShippedTaxonomy.read();

        assertThat(Recipe.all()).allSatisfy(recipe -> {
            assertThat(tree.path(recipe.category())).hasSize(3);
            assertThat(recipe.least()).isLessThanOrEqualTo(recipe.most());
            assertThat(recipe.shortest()).isLessThanOrEqualTo(recipe.longest());
            assertThat(recipe.fromHour()).isLessThanOrEqualTo(recipe.toHour());
            assertThat(recipe.words()).hasSizeGreaterThan(2);
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void there_are_several_of_each_kind(Kind kind) {
        assertThat(Recipe.of(kind)).hasSizeGreaterThan(3);
    }
}
